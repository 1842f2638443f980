import { comesAlive, demo, expect, scrollsSideways, signIn, test } from './support';

const marcus = 'marcus@riverbend.example';

test('a team asks for a review and for help, and its coach answers from the list in another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signIn(page, marcus);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'FAFSA Completion Network' }).first().click();
  await page.locator('a[href*="/cycles/"]', { hasText: 'Cycle 6' }).first().click();
  const cycle = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Ask for a review' }).click();
  await page.getByLabel('What should they look at?').fill('Is half of Harbor enough to study?');
  await page.getByRole('button', { name: 'Ask for a review' }).click();
  await expect(page.getByText(/^Marcus Bell asked for a review, /)).toBeVisible();

  const theirs = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const coach = await theirs.newPage();
  await signIn(coach, demo.coach);
  await coach.getByRole('link', { name: 'Coaching' }).last().click();
  const line = coach.locator('.qi', { hasText: 'Cycle 6 is ready for review' }).filter({ hasText: 'FAFSA' });
  await expect(line).toContainText('“Is half of Harbor enough to study?”');
  await line.getByRole('link', { name: 'Review FAFSA Completion Network' }).click();
  const panel = coach.locator('#panel-name');
  await expect(panel).toHaveText('FAFSA Completion Network, Cycle 6');
  await comesAlive(coach);
  expect(await scrollsSideways(coach)).toBeLessThanOrEqual(0);
  await coach.locator('.q', { hasText: 'Did we follow the plan?' }).locator('summary').click();
  await coach.getByLabel('Your comment on: Did we follow the plan?').fill('Why did Harbor meet only twice?');
  await coach.getByRole('button', { name: 'Ask for a change' }).click();
  await expect(coach.getByText('Write why, in a sentence or two.')).toBeVisible();
  await expect(coach.getByLabel('Your comment on: Did we follow the plan?')).toHaveValue(
    'Why did Harbor meet only twice?',
  );
  await coach.getByLabel('Your note to the team').fill('Study Eastside now, and say what Harbor taught you.');
  await coach.getByRole('button', { name: 'Ask for a change' }).click();
  // What was done is said where the page opens, and reading goes on at the next line.
  const said = coach.getByRole('status').filter({ hasText: 'Cycle 6 of FAFSA Completion Network went back' });
  await expect(said).toBeInViewport({ ratio: 1 });
  await expect(said).toContainText(/Next on your list: .+\.\s*See the review$/);
  await expect(panel).not.toContainText('Cycle 6');
  await expect(panel).toBeFocused();
  await expect(panel).toBeInViewport({ ratio: 1 });
  // The next of the list is there: ten reviews need no other page.
  await expect(coach).toHaveURL(/\/coaching\/teams\/[\w-]+\/(reviews|asks)\//);

  await page.goto(cycle);
  await expect(page.getByText('Renee Castillo asks for a change')).toBeVisible();
  const field = page.locator('.q', { hasText: 'Did we follow the plan?' });
  await expect(field).toContainText('Why did Harbor meet only twice?');
  await field.getByRole('link', { name: /^Answer/ }).click();
  await page.getByLabel('Your answer').fill('The second counselor was out for a week.');
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(field).toContainText('The second counselor was out for a week.');

  await page.getByRole('link', { name: 'Ask for help' }).click();
  await page.getByLabel('What do you need help with?').fill('How do we study two schools at once?');
  await page.getByRole('button', { name: 'Ask for help' }).click();
  await expect(page.getByText('Your coach sees it on their list.')).toBeVisible();
  const help = page.url();

  await coach.goto('/coaching?show=waiting');
  const asked = coach.locator('.qi', { hasText: '“How do we study two schools at once?”' });
  await expect(asked).toContainText('Asks for help with Cycle 6');
  await asked.getByRole('link', { name: 'Answer FAFSA Completion Network' }).click();
  await coach.getByLabel('Your answer').fill('Write one Study for each, in one text.');
  await coach.getByRole('button', { name: 'Send the answer' }).click();
  await expect(coach.getByText('Your answer is with Marcus Bell.')).toBeInViewport({ ratio: 1 });
  await expect(panel).toBeFocused();
  await page.goto(help);
  await page.reload();
  await expect(page.getByText('Write one Study for each, in one text.')).toBeVisible();
  await expect(page.getByText('Answered within the hour.').first()).toBeVisible();
  await theirs.close();
});

test('what a coach has typed into a review is back after the page was lost, until it is saved', async ({
  page,
}) => {
  test.setTimeout(120_000);
  page.on('dialog', (dialog) => dialog.accept());
  await signIn(page, demo.coach);
  await page.goto('/coaching?show=waiting');
  await page
    .locator('.qi a.btn', { hasText: /^Review/ })
    .first()
    .click();
  await expect(page.getByText('Review: your answer')).toBeVisible();
  await comesAlive(page);
  const note = page.getByLabel('Your note to the team');
  const comment = page.getByLabel('Your comment on: Did we follow the plan?');
  await note.fill('Say what you expect.');
  await page.locator('.q', { hasText: 'Did we follow the plan?' }).locator('summary').click();
  await comment.fill('Why only twice?');
  const check = page.locator('fieldset.ask').first();
  await check.getByLabel('Does not apply').check();
  await page.reload();
  await comesAlive(page);
  await expect(note).toHaveValue('Say what you expect.');
  await expect(comment).toBeVisible();
  await expect(comment).toHaveValue('Why only twice?');
  await expect(check.getByLabel('Does not apply')).toBeChecked();
  await expect(page.getByText('What you typed before is back.')).toBeVisible();

  const onDevice = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('review ')).length);
  await page.getByRole('button', { name: 'Save, and go on later' }).click();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect.poll(onDevice).toBe(0);
  await note.fill('Say what you expect, and by when.');
  await expect.poll(onDevice).toBe(1);
  await page.getByRole('button', { name: 'Ask for a change' }).click();
  await expect(page.getByText('went back to the team with your reason')).toBeVisible();
  await expect.poll(onDevice).toBe(0);
});

test('a score that a team claims waits on its coach’s list until it is settled', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, demo.member);
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Attendance Action Team' }).first().click();
  await page.getByRole('link', { name: 'Say where we stand' }).click();
  await page.getByLabel('Where does the team stand?').selectOption('4');
  await page.getByLabel('Why?').fill('Every school asks for it.');
  await page.getByRole('button', { name: 'Claim this score' }).click();
  await expect(page.getByText('Your coach settles the score.')).toBeVisible();

  const theirs = await browser.newContext({ baseURL });
  const coach = await theirs.newPage();
  await signIn(coach, demo.coach);
  // From the first page as from the list.
  await expect(coach.getByRole('link', { name: 'Settle the score: Attendance Action Team' })).toBeVisible();
  await coach.goto('/coaching?show=waiting');
  const line = coach.locator('.qi', { hasText: 'Says it stands at 4.0.' });
  await expect(line).toContainText('“Every school asks for it.”');
  await line.getByRole('link', { name: 'Settle the score Attendance Action Team' }).click();
  await expect(coach.locator('#give-row')).toBeFocused();
  await expect(coach.getByRole('blockquote')).toContainText(
    'The team claims 4.0: “Every school asks for it.”',
  );
  await coach.getByLabel('Why?').fill('Two more sites first.');
  await coach.getByRole('button', { name: 'Settle this score' }).click();
  await expect(coach.getByText('The score is settled.')).toBeVisible();
  await coach.goto('/coaching?show=waiting');
  await expect(line).toHaveCount(0);
  await theirs.close();
});

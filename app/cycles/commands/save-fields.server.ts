import { parseWithZod } from '@conform-to/zod/v4';
import { transaction } from '#db/client.server';
import type { TeamAccess } from '~/access/gate.server';
import { RuleBroken, sentencesOf } from '~/http/errors';
import type { FieldAnswer, FieldChange, FieldClash } from '../field-answers';
import { decisionForm, doForm, planForm, studyForm, towardsForm } from '../forms';
import { type Entry, formOf, phaseOfField, type Texts } from '../sheet-fields';
import { type WheelPhase, wheelPhases } from '../stages';
import { cycleRow } from './cycle-rows.server';
import { decide, decidedOnProblem, decideInWords } from './decide.server';
import { writeDo } from './do.server';
import { fieldsInError, type InError } from './fields-in-error';
import { writePlan } from './plan.server';
import { writeStudy } from './study.server';
import { keepVersions, newestVersions, textsOfCycle } from './versions.server';

/**
 * Saves fields one by one, each by the rules of the form it is on: the form as it stands with that one change. One that
 * is wrong is said so and holds up no other. One that somebody else has changed since it was read is not saved: both
 * texts are answered.
 */
export async function saveFields(
  access: TeamAccess,
  cycleId: string,
  changes: readonly FieldChange[],
): Promise<FieldAnswer[]> {
  const wrong = new Map<string, FieldAnswer>();
  for (const { field } of changes) {
    if (phaseOfField(field) === null) wrong.set(field, { field, state: 'wrong', sentence: notKnown });
  }
  for (;;) {
    const left = changes.filter(({ field }) => !wrong.has(field));
    try {
      const saved = await transaction(() => tryFields(access, cycleId, left));
      return [...saved, ...wrong.values()];
    } catch (error) {
      if (!(error instanceof FieldsAreWrong)) throw error;
      const { sentences, held } = error.inError;
      for (const field of held) if (!wrong.has(field)) wrong.set(field, { field, state: 'held' });
      for (const [field, sentence] of sentences) {
        if (wrong.get(field)?.state !== 'wrong') wrong.set(field, { field, state: 'wrong', sentence });
      }
    }
  }
}

const notKnown = 'Reload the page: this field is not known.';

/** Some fields of a form are wrong. */
class FieldsAreWrong extends Error {
  override name = 'FieldsAreWrong';
  constructor(readonly inError: InError) {
    super('fields are wrong');
  }
}

async function tryFields(
  access: TeamAccess,
  cycleId: string,
  changes: readonly FieldChange[],
): Promise<FieldAnswer[]> {
  await cycleRow(access, cycleId);
  const { texts, clashes, free } = await weigh(access, cycleId, changes);
  const next = applied(texts, free);
  for (const phase of wheelPhases) {
    const changed = free.filter(({ field }) => phaseOfField(field) === phase).map(({ field }) => field);
    if (changed.length > 0) await writePhase(access, cycleId, { phase, texts, next, changed });
  }
  if (free.some(({ field }) => phaseOfField(field) === 'study'))
    await decideIfAllIsThere(access, cycleId, next);
  const clashing = new Set(clashes.map(({ field }) => field));
  const saved = changes.map(({ field }) => field).filter((field) => !clashing.has(field));
  const also =
    free.length > 0 ? await writtenAlong(access, cycleId, texts, saved) : new Map<string, string>();
  const numbers = await newestVersions(cycleId, [...saved, ...also.keys()]);
  const answer = (field: string): FieldAnswer => {
    const text = also.get(field);
    const version = numbers.get(field)?.number ?? 0;
    return { field, state: 'saved', version, ...(text === undefined ? {} : { text }) };
  };
  return [...clashes, ...saved.map(answer), ...[...also.keys()].map(answer)];
}

/** What saving wrote besides what was sent, as the day of a note: whoever saved it has read it. */
async function writtenAlong(
  access: TeamAccess,
  cycleId: string,
  before: Texts,
  sent: readonly string[],
): Promise<Map<string, string>> {
  const after = await textsOfCycle(access, cycleId);
  return new Map(
    [...after].filter(([field, text]) => (before.get(field) ?? '') !== text && !sent.includes(field)),
  );
}

/** Which changes can be made, and which meet a text that somebody else saved since. */
export async function weigh(access: TeamAccess, cycleId: string, changes: readonly FieldChange[]) {
  const texts = await textsOfCycle(access, cycleId);
  const newest = await newestVersions(
    cycleId,
    changes.map(({ field }) => field),
  );
  const clashes: FieldClash[] = [];
  const free: FieldChange[] = [];
  for (const change of changes) {
    const stands = texts.get(change.field) ?? '';
    if (stands === change.text) continue;
    const version = newest.get(change.field);
    if ((version?.number ?? 0) <= change.version) free.push(change);
    else {
      const { field, text: mine } = change;
      const { number = 0, who = null, at = '' } = version ?? {};
      clashes.push({ field, state: 'clash', version: number, theirs: stands, mine, who, at });
    }
  }
  return { texts, clashes, free };
}

export function applied(texts: Texts, changes: readonly FieldChange[]): Map<string, string> {
  const next = new Map(texts);
  for (const { field, text } of changes) next.set(field, text);
  return next;
}

interface Writing {
  phase: WheelPhase;
  /** How all fields stand, and how they are to be. */
  texts: Texts;
  next: Texts;
  changed: readonly string[];
}

/** @throws FieldsAreWrong where the form, or a rule, says no. */
async function writePhase(access: TeamAccess, cycleId: string, writing: Writing): Promise<void> {
  const entries = withDefaults(access, formOf(writing.phase, writing.next));
  try {
    await write(access, cycleId, writing, entries);
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    const errors = sentencesOf(error);
    throw new FieldsAreWrong(fieldsInError(entries, errors, writing.changed));
  }
}

async function write(access: TeamAccess, cycleId: string, writing: Writing, entries: Entry[]): Promise<void> {
  const form = formDataOf(entries);
  const wrong = (submission: { reply(): { error?: Record<string, string[] | null> | null } }) =>
    new FieldsAreWrong(fieldsInError(entries, submission.reply().error ?? {}, writing.changed));
  switch (writing.phase) {
    case 'plan': {
      const plan = parseWithZod(form, { schema: planForm });
      if (plan.status !== 'success') throw wrong(plan);
      return writePlan(access, cycleId, plan.value);
    }
    case 'do': {
      const doing = parseWithZod(form, { schema: doForm });
      if (doing.status !== 'success') throw wrong(doing);
      return writeDo(access, cycleId, doing.value);
    }
    case 'study': {
      const study = parseWithZod(form, { schema: studyForm });
      if (study.status !== 'success') throw wrong(study);
      return writeStudy(access, cycleId, study.value);
    }
    case 'act': {
      const { texts, next } = writing;
      const isDecided = isWhole(texts) || isWhole(next);
      const act = parseWithZod(form, { schema: isDecided ? decisionForm : towardsForm });
      if (act.status !== 'success') throw wrong(act);
      const { decision, reason, decidedOn, nextStep } = act.value;
      if (isDecided && decision && decidedOn) {
        return decideInWords(access, cycleId, { decision, reason, decidedOn, nextStep });
      }
      await keepVersions(access, cycleId, texts, onlyAct(texts, next));
    }
  }
}

/** A decision, its reason and a Study: nothing else is needed. */
const isWhole = (texts: Texts) =>
  [texts.get('decision'), texts.get('reason'), texts.get('learned')].every((text) => text);

const onlyAct = (texts: Texts, next: Texts) =>
  new Map(
    [...texts.keys(), ...next.keys()].map((field) => [
      field,
      (phaseOfField(field) === 'act' ? next : texts).get(field) ?? '',
    ]),
  );

/** The Study came last: what was written towards a decision is one now. */
async function decideIfAllIsThere(access: TeamAccess, cycleId: string, next: Texts): Promise<void> {
  if (!isWhole(next)) return;
  const cycle = await cycleRow(access, cycleId);
  const read = parseWithZod(formDataOf(withDefaults(access, formOf('act', next))), { schema: decisionForm });
  if (read.status !== 'success' || decidedOnProblem(cycle, read.value.decidedOn, access.today)) return;
  await decideInWords(access, cycleId, read.value);
}

/** Who says nothing of the day decides today. */
const withDefaults = (access: TeamAccess, entries: Entry[]): Entry[] =>
  entries.map(([name, text]) => [name, name === 'decidedOn' && text === '' ? access.today : text]);

function formDataOf(entries: readonly Entry[]): FormData {
  const form = new FormData();
  for (const [name, text] of entries) form.append(name, text);
  return form;
}

/** What a whole form was sent with: saved all together, or not at all. */
export async function saveForm(
  access: TeamAccess,
  cycleId: string,
  phase: WheelPhase,
  changes: readonly FieldChange[],
): Promise<FieldClash[]> {
  return transaction(async () => {
    await cycleRow(access, cycleId);
    const { texts, clashes, free } = await weigh(access, cycleId, changes);
    if (clashes.length > 0) return clashes;
    const next = applied(texts, free);
    const entries = withDefaults(access, formOf(phase, next));
    const writing = { phase, texts, next, changed: free.map(({ field }) => field) };
    if (phase !== 'act') {
      if (free.length > 0) await write(access, cycleId, writing, entries);
    } else {
      const read = parseWithZod(formDataOf(entries), { schema: decisionForm });
      if (read.status !== 'success') throw new RuleBroken('Choose a decision, and write why.');
      await decide(access, cycleId, read.value);
    }
    return [];
  });
}

/**
 * What people reach for when they make up a password: the words of the well-known lists of leaked passwords,
 * names, teams, places, and words of a school day. The rule (password-rules.ts) refuses what is only one or two of
 * these with numbers, so that each word stands for thousands of passwords ("sunshine2026!", "p4ssw0rdpassword").
 */
const lists = `
password passwort pass passwd passphrase mypassword thisismypassword secret secrets letmein welcome login signin
admin administrator root user username guest test testing tester default change changeme changeit temp temporary
access account system manager master server computer internet network online website security secure private
trustno1 nothing whatever something anything everything unknown forever always never again
iloveyou ilove loveyou love lover lovely mylove iloveu fuckyou fuck hello hellohello hi bye goodbye please thanks
thankyou dragon monkey tiger lion eagle eagles bear bears wolf wolves panther panthers falcon falcons hawk hawks
horse horses puppy kitty kitten dog dogs doggy cat cats fish bunny rabbit butterfly turtle dolphin dolphins shark
elephant penguin unicorn phoenix chicken cowboy cowboys
football baseball basketball soccer hockey softball volleyball tennis golf golfer swimming running fitness coach
coaching player winner champion champions team teams teamwork sports yankees lakers steelers patriots packers
redsox giants raiders broncos vikings warriors bulls chicago arsenal liverpool chelsea barcelona manchester juventus
superman batman spiderman ironman starwars startrek pokemon pikachu naruto mickey minnie mario zelda minecraft
fortnite nintendo playstation xbox harry potter harrypotter gandalf matrix marvel disney princess prince queen king
angel angels devil jesus christ god bible church faith hope grace heaven blessed blessing
michael michelle jennifer jessica ashley amanda nicole daniel david andrew anthony joshua matthew thomas robert
william richard charles joseph christopher brandon justin jordan tyler hunter austin taylor morgan madison hannah
emily emma olivia sophia isabella abigail elizabeth victoria samantha stephanie melissa patricia barbara maria
mary linda susan karen nancy lisa betty sandra donna carol ruth sharon laura sarah kimberly deborah amy angela
anna diane julie joyce heather teresa george kevin jason jeffrey ryan jacob gary nicholas eric jonathan stephen
larry scott benjamin samuel alexander alex patrick jack dennis jerry maggie ginger buddy charlie max bailey rocky
lucky lucy molly sadie daisy buster cooper jake peanut pepper princess cookie snoopy garfield
summer winter spring autumn fall january february march april may june july august september october november
december monday tuesday wednesday thursday friday saturday sunday weekend today tomorrow yesterday day days month
year years christmas halloween thanksgiving easter birthday holiday vacation
red blue green yellow orange purple black white silver golden gold pink brown rainbow
sunshine sunset sunrise sunny moon moonlight star stars starlight sky ocean river mountain island beach flower
flowers rose roses forest garden nature thunder lightning storm snow snowball fire ice water earth world planet
mustang corvette ferrari porsche mercedes toyota honda harley yamaha chevy chevrolet ford camaro cadillac
coffee chocolate banana apple cherry orange lemon strawberry peaches pumpkin pizza cheese burger candy sugar honey
cupcake pancake popcorn whiskey vodka tequila beer wine
money dollar dollars million rich power magic music guitar piano drummer singer dance dancer rock metal hiphop
happy smile smiley funny crazy cool sexy hot beautiful pretty cute sweet sweetie baby babygirl babyboy girl boy
mother mommy father daddy mama papa brother sister family friend friends grandma grandpa husband wife
america american usa canada mexico london paris newyork texas florida california boston dallas houston denver
school schools teacher teachers teaching student students class classroom classes principal district education
learning learner learn reading reader math science history english college university graduate graduation homework
library kindergarten preschool elementary middle high attendance success leader leaders leadership community
partner partners nonprofit impact cradle career cradletocareer strive strivetogether equity improvement upcurve
data chart charts office work working workplace company business project meeting
the and for you your with this that is my me our new one two three four five six seven eight nine ten first
qwerty qwertz azerty asdf zxcv qazwsx qweasd asdfgh zxcvbn qwertyui abc abcd
summertime blink182 ncc1701 thx1138 slipknot metallica nirvana eminem rihanna beyonce onedirection linkinpark
letmeinnow opensesame ihateyou iloveme iamgod nopassword noaccess youknow knock loveme hateme
`;

export const commonWords: ReadonlySet<string> = new Set(
  lists.split(/\s+/).filter((word) => word.length >= 2),
);

/** Rows and columns of a keyboard, the alphabet and the digits: three or more in a row are no secret. */
export const keyRuns = [
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  '147258369',
  '789456123',
] as const;

/** Everybody of the demo. Passwords are public: they are printed at the start. */
export const demoPassword = 'riverbend-demo-1';

export const demoPeople: Record<string, [name: string, email: string]> = {
  helen: ['Helen Park', 'helen@riverbend.example'],
  marisol: ['Marisol Vega', 'marisol@riverbend.example'],
  charles: ['Charles Bennett', 'charles@riverbend.example'],
  renee: ['Renee Castillo', 'renee@riverbend.example'],
  samuel: ['Samuel Okafor', 'samuel@riverbend.example'],
  dana: ['Dana Whitfield', 'dana@riverbend.example'],
  luis: ['Luis Ortega', 'luis@riverbend.example'],
  amina: ['Amina Warsame', 'amina@riverbend.example'],
  pat: ['Pat Kowalski', 'pat@riverbend.example'],
  andre: ['Andre Hill', 'andre@riverbend.example'],
  grace: ['Grace Lin', 'grace@riverbend.example'],
  beth: ['Beth Larsen', 'beth@riverbend.example'],
  fatima: ['Fatima Hassan', 'fatima@riverbend.example'],
  joy: ['Joy Nakamura', 'joy@riverbend.example'],
  rosa: ['Rosa Delgado', 'rosa@riverbend.example'],
  marcus: ['Marcus Bell', 'marcus@riverbend.example'],
  keisha: ['Keisha Grant', 'keisha@riverbend.example'],
  omar: ['Omar Haddad', 'omar@riverbend.example'],
  nicole: ['Nicole Foster', 'nicole@riverbend.example'],
  ines: ['Ines Moreau', 'ines@riverbend.example'],
  david: ['David Cho', 'david@riverbend.example'],
  ruth: ['Ruth Lindgren', 'ruth@lakeside.example'],
  tomas: ['Tomas Herrera', 'tomas@lakeside.example'],
  eve: ['Eve Sandoval', 'eve@lakeside.example'],
};

export const networkAdmin = 'helen';

const account = (key: string, what: string) => {
  const [name, email] = demoPeople[key] ?? ['', ''];
  return { email, password: demoPassword, what: `${name}, ${what}` };
};

/** One for each role; their addresses are of the reserved domain, so no mail to them can arrive. */
export const demoAccounts: { email: string; password: string; what: string }[] = [
  account('dana', 'member of the Attendance Action Team, Riverbend'),
  account('renee', 'coach, Riverbend and Lakeside'),
  account('marisol', 'leader, Riverbend'),
  account('helen', 'admin, Riverbend'),
  account('ruth', 'admin, Lakeside'),
];

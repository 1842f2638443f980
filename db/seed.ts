export const demoAccounts: { email: string; password: string; what: string }[] = [];
export async function seedDemo(_now: Date): Promise<boolean> {
  return false;
}

import { defineConfig } from 'drizzle-kit';

// Writes the SQL of a schema change to db/migrations; db/migrate.server.ts applies it.
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  strict: true,
});

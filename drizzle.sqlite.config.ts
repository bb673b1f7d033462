import { defineConfig } from 'drizzle-kit';

/** `npm run migrations:sqlite -- --name <what_it_does>` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/store/sqlite/schema/*.ts',
  out: './migrations/sqlite',
});

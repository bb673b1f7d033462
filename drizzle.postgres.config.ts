import { defineConfig } from 'drizzle-kit';

/** `npm run migrations:postgres -- --name <what_it_does>` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/store/postgres/schema/*.ts',
  out: './migrations/postgres',
});

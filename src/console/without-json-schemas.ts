import type { Plugin } from 'vite';

const writers = /zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const exported = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm;

/**
 * Leaves out how Zod writes JSON schemas, which hangs on every schema and which only the server needs, for OpenAPI. What is
 * checked, and how, stays as it is.
 */
export function withoutJsonSchemas(): Plugin {
  return {
    name: 'without-json-schemas',
    apply: 'build',
    transform: (code, id) => {
      if (!writers.test(id)) return null;
      const names = [...code.matchAll(exported)].map(([, own, alias]) => own ?? alias);
      const stubs = names.map((name) => `leftOut as ${name}`).join(', ');
      return { code: `const leftOut = () => undefined;\nexport { ${stubs} };`, map: { mappings: '' } };
    },
  };
}

// Writes src/api/contract.ts, the TypeScript of the server's OpenAPI file: node tools/contract.mjs OPENAPI.json OUT.ts
// With --check it writes nothing and fails when the two differ.
import { readFileSync, writeFileSync } from 'node:fs';

const checks = process.argv.includes('--check');
const [source, target] = process.argv.slice(2).filter((word) => word !== '--check');
if (!source || !target) {
  console.error('usage: node tools/contract.mjs [--check] OPENAPI.json OUT.ts');
  process.exit(2);
}
const text = contract(JSON.parse(readFileSync(source, 'utf8')));
if (!checks) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} differs from ${source}. Run: npm run contract`);
  process.exit(1);
}

function contract(api) {
  const schemas = Object.entries(api.components.schemas).map(([name, schema]) => `${remark(schema.description, '')}export type ${name} = ${type(schema)};`);
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationType(method.toUpperCase(), path, operation)));
  return `// Written by tools/contract.mjs from src/serve/openapi.json; \`npm run contract\` renews it. Do not edit.\n\n${schemas.join('\n\n')}\n\n`
    + `// What each request takes and answers. A null answer has no JSON body.\nexport interface Operations {\n${operations.join('\n')}\n}\n`;
}

function operationType(method, path, operation) {
  const parameters = operation.parameters ?? [];
  const of = (place) => {
    const list = parameters.filter((parameter) => parameter.in === place);
    return list.length === 0 ? '{}' : `{ ${list.map((p) => `${JSON.stringify(p.name)}${p.required ? '' : '?'}: ${type(p.schema)}`).join('; ')} }`;
  };
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const done = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const answer = done?.content?.['application/json']?.schema;
  const roles = operation['x-roles'] ?? [];
  return `${remark(operation.summary, '  ')}  ${JSON.stringify(`${method} ${path}`)}: { path: ${of('path')}; query: ${of('query')}; `
    + `body: ${body ? type(body) : 'null'}; answer: ${answer ? type(answer) : 'null'}; roles: ${roles.length ? roles.map((role) => `'${role}'`).join(' | ') : 'never'} };`;
}

function type(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.oneOf) return schema.oneOf.map(type).join(' | ');
  if (schema.enum) return schema.enum.map((value) => (value === null ? 'null' : `'${value}'`)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((one) => type({ ...schema, type: one })).join(' | ');
  switch (schema.type) {
    case 'string': return 'string';
    case 'integer':
    case 'number': return 'number';
    case 'boolean': return 'boolean';
    case 'null': return 'null';
    case 'array': return `Array<${type(schema.items)}>`;
    case 'object': return objectType(schema);
    default: return 'unknown';
  }
}

function objectType(schema) {
  if (!schema.properties) return `Record<string, ${typeof schema.additionalProperties === 'object' ? type(schema.additionalProperties) : 'unknown'}>`;
  const required = new Set(schema.required ?? []);
  return `{ ${Object.entries(schema.properties).map(([name, of]) => `${inline(of.description)}${JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${type(of)}`).join('; ')} }`;
}

function remark(text, indent) {
  return text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '';
}

function inline(text) {
  return text ? `/** ${text.replaceAll('*/', '* /')} */ ` : '';
}

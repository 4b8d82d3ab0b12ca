// Checks recorded answers against Discord's published specification. Arguments: specification, requests.jsonl. Prints faults; the last line counts.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const [specification, recorded] = process.argv.slice(2);
const spec = JSON.parse(readFileSync(specification, 'utf8'));

// Fields that the documentation has and the specification forgot.
const documented = {
  // The service marks private files so; the documentation lists it with attachments.
  MessageAttachmentResponse: ['ephemeral'],
};

// The documentation's form errors have codes in words, and its 429 has a code only sometimes.
spec.components.schemas.Error.properties.code = { type: ['string', 'integer'] };
spec.components.schemas.Error.required = ['message'];

// Parts of a whole cannot be closed each by itself.
const parts = new Set(Object.values(spec.components.schemas).flatMap(schema => schema.allOf ?? []).map(part => part.$ref?.split('/').at(-1)));

// Objects are closed, so that a misspelt field is a fault; one of several shapes may fit more than once, as the specification's unions overlap.
function strict(schema, name) {
  if (Array.isArray(schema)) return schema.map(one => strict(one));
  if (schema === null || typeof schema !== 'object') return schema;
  const made = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') made.properties = Object.fromEntries(Object.entries(value).map(([field, one]) => [field, strict(one)]));
    else if (key === 'oneOf') made.anyOf = strict(value);
    else if (key.startsWith('x-') || key === 'contentEncoding') continue;
    else made[key] = strict(value);
  }
  for (const field of documented[name] ?? []) made.properties[field] = {};
  if (made.properties && made.additionalProperties === undefined && !made.allOf && !parts.has(name)) made.additionalProperties = false;
  return made;
}

const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
formats(ajv);
for (const format of ['snowflake', 'int32', 'int64', 'nonce', 'double']) ajv.addFormat(format, true);
spec.components.schemas = Object.fromEntries(Object.entries(spec.components.schemas).map(([name, schema]) => [name, strict(schema, name)]));
ajv.addSchema({ $id: 'spec', components: spec.components });

function relink(schema) {
  return JSON.parse(JSON.stringify(strict(schema)).replaceAll('"#/components/', '"spec#/components/'));
}

const validators = new Map();
function validatorOf(route, method, status) {
  const key = `${method} ${route} ${status}`;
  if (!validators.has(key)) {
    const responses = spec.paths[route]?.[method.toLowerCase()]?.responses;
    let found = responses?.[status] ?? (status === 429 ? responses?.['429'] : responses?.[`${String(status)[0]}XX`]);
    if (found?.$ref) found = spec.components.responses[found.$ref.split('/').at(-1)];
    const schema = found?.content?.['application/json']?.schema;
    validators.set(key, !responses || !found ? undefined : schema ? ajv.compile(relink(schema)) : null);
  }
  return validators.get(key);
}

const faults = new Set();
const seen = new Set();
let count = 0;
for (const line of readFileSync(recorded, 'utf8').split('\n').filter(Boolean)) {
  const { method, route, status, answer, note } = JSON.parse(line);
  if (!route || note || !status) continue;
  count++;
  seen.add(`${method} ${route} ${status}`);
  const validate = validatorOf(route, method, status);
  if (validate === undefined) faults.add(`${method} ${route}: the specification has no answer ${status}`);
  else if (validate === null && answer !== null) faults.add(`${method} ${route} ${status}: has a body`);
  else if (validate && !validate(answer)) faults.add(`${method} ${route} ${status}: ${ajv.errorsText(validate.errors)} ${JSON.stringify(validate.errors.at(-1).params)}`);
}
for (const fault of faults) console.log(fault);
console.log(`${count} answers of ${seen.size} kinds checked, ${faults.size} faults`);
process.exit(faults.size > 0 || count === 0 ? 1 : 0);

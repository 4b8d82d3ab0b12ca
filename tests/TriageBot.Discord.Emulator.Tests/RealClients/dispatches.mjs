// Checks recorded dispatches against the types of discord-api-types. Arguments: dispatches.jsonl, a folder for the generated file. The last line counts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const [recorded, folder] = process.argv.slice(2);

// Where the types and the documentation differ, the documentation is followed.
const apart = {
  // Sent by the service though nobody documents it; one client cannot log in without it.
  READY: body => delete body.private_channels,
  // Deprecated, and absent from the documentation.
  GUILD_CREATE: body => (body.hub_type = null),
  // data.id of components is documented and missing in the types.
  INTERACTION_CREATE: body => body.type === 3 && delete body.data.id,
};

const typeOf = name => `Gateway${name.split('_').map(word => word[0] + word.slice(1).toLowerCase()).join('')}DispatchData`;
const lines = readFileSync(recorded, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
const used = new Set();
const statements = [];
for (const { t: name, d: body } of lines) {
  if (name === 'RESUMED' || name === 'SOMETHING_NEW') continue;
  apart[name]?.(body);
  used.add(typeOf(name));
  statements.push(`export const d${statements.length}: Loose<${typeOf(name)}> = ${JSON.stringify(body)};`);
}

// Enums of texts do not take their own texts as literals: their values are checked instead. Bit fields hold sums, and their enums list only single bits.
const source = `import type { ${[...used].sort().join(', ')} } from 'discord-api-types/v10';
type Loose<T> = T extends string ? (string extends T ? string : \`\${T}\`) : T extends number | boolean | null | undefined | bigint ? T
  : T extends readonly (infer E)[] ? (number extends T['length'] ? Loose<E>[] : { [K in keyof T]: Loose<T[K]> }) : T extends object ? { [K in keyof T]: K extends 'flags' | \`\${string}_flags\` ? number : Loose<T[K]> } : T;
${statements.join('\n')}
`;
const file = join(folder, 'dispatches.ts');
writeFileSync(file, source);
const program = ts.createProgram([file], {
  noEmit: true, strict: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [],
});
const found = ts.getPreEmitDiagnostics(program);
for (const fault of found.slice(0, 20)) {
  const at = fault.file ? fault.file.getLineAndCharacterOfPosition(fault.start) : { line: 0 };
  console.log(`${statements[at.line - 3]?.slice(0, 90) ?? ''}: ${ts.flattenDiagnosticMessageText(fault.messageText, '\n')}`);
}
console.log(`${statements.length} dispatches of ${used.size} kinds checked, ${found.length} faults`);
process.exit(found.length > 0 || statements.length === 0 ? 1 : 0);

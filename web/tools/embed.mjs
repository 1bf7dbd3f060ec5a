// Writes an assembly file that carries the built desk: node tools/embed.mjs DIST OUT.S
// The table sitrep_web_files has three pointers a file (name, first byte, end) and ends with three zeroes; names are relative, as "assets/index-3fa9.js".
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const [, , dist, target] = process.argv;
if (!dist || !target) {
  console.error('usage: node tools/embed.mjs DIST OUT.S');
  process.exit(2);
}
const names = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)))
  .sort();
const table = names.map((_, i) => `.quad web_name_${i}, web_bytes_${i}, web_end_${i}\n`).join('');
const data = names.map((name, i) => `web_name_${i}:\n.asciz "${name}"\n.balign 16\nweb_bytes_${i}:\n.incbin "${join(resolve(dist), name)}"\nweb_end_${i}:\n.byte 0\n`).join('');
writeFileSync(target, `.section .data.rel.ro,"aw"\n.global sitrep_web_files\n.balign 16\nsitrep_web_files:\n${table}.quad 0, 0, 0\n.section .rodata\n${data}.section .note.GNU-stack,"",@progbits\n`);

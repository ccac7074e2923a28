const MAY_BE_READ_OTHERWISE = /[\\`*_[\]\-+>#{\n]|^\s*\d+[.)]/;

/**
 * What people typed, for a text of an Adaptive Card: the card shows it as they typed it. A card reads Markdown, so what
 * would make a link, an image or emphasis is escaped, and what begins a list, a heading or a quotation at the start of
 * a line. Of a single line break Teams makes a space, so each becomes two; what follows is not indented, as that would be
 * code. `{{DATE(…)}}` and `{{TIME(…)}}` it would replace by a date in words.
 */
export function asTyped(value: string): string {
  if (!MAY_BE_READ_OTHERWISE.test(value)) return value;
  return value
    .replace(/[\\`*_[\]]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+>#])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/[ \t\r]*\n[ \t\r\n]*/g, '\n\n')
    .replace(/\{(?=\{)/g, '{\\');
}

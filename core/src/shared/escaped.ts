/** Text that is to be read, never markup: in HTML and in XML, also within quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The same by the names that HTML and XML share, for what people or other programs look into. */
export const escapedByName = (text: string): string => text.replace(/[&<>"]/g, (sign) => NAMES[sign] ?? sign);

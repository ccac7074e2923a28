import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What came of asking for a PDF. */
export type Converted =
  | { readonly pdf: Buffer }
  /** `absent`: there is no LibreOffice; `failed`: it made nothing of the file; `too_long`: it was ended. */
  | { readonly refused: 'absent' | 'failed' | 'too_long' };

export interface ConvertLimits {
  readonly milliseconds: number;
  /** Of address space: a document that asks for more ends the conversion, not the machine. */
  readonly megabytes: number;
  /** Folders in which LibreOffice may be. */
  readonly places?: readonly string[];
}

const LIMITS: ConvertLimits = { milliseconds: 60_000, megabytes: 4_096 };
const NOT_FOUND = 97;
const PLACES = [
  '/usr/local/bin',
  '/usr/bin',
  '/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
];
const FILTER =
  'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}';

const fontFolder = (): string =>
  path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udgothic/package.json'));

/**
 * Japanese is set in a TrueType face that comes with the product: what LibreOffice embeds of OpenType faces such as Noto
 * CJK is refused by validators of PDF/A.
 */
const fontsConf = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fontFolder()}</dir>
  <dir>/usr/share/fonts/truetype</dir>
  <cachedir>${home}/fonts</cachedir>
  <selectfont><rejectfont><glob>*CJK*</glob></rejectfont></selectfont>
  <match target="pattern"><edit name="family" mode="append_last"><string>BIZ UDGothic</string></edit></match>
</fontconfig>
`;

const item = (at: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.${at}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

// No macro runs, and what a document names elsewhere is not fetched: the proxy is a door that nobody opens.
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${item('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true')}
${item('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3')}
${item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
${item('Office.Writer/Content/Update', 'Link', '0')}
${item('Inet/Settings', 'ooInetProxyType', '2')}
${item('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1')}
${item('Inet/Settings', 'ooInetHTTPProxyPort', '9')}
${item('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1')}
${item('Inet/Settings', 'ooInetHTTPSProxyPort', '9')}
</oor:items>
`;

/** One document, in a process of its own with a home of its own, within limits. Nothing of it stays behind. */
export async function convertToPdfA(bytes: Uint8Array, extension: string, limits = LIMITS): Promise<Converted> {
  const home = await mkdtemp(path.join(tmpdir(), 'kaigi-rendition-'));
  try {
    const user = path.join(home, 'profile', 'user');
    await mkdir(user, { recursive: true });
    await writeFile(path.join(user, 'registrymodifications.xcu'), SETTINGS);
    await writeFile(path.join(home, 'fonts.conf'), fontsConf(home));
    await writeFile(path.join(home, `in.${extension}`), bytes);
    const ended = await run(home, `in.${extension}`, limits);
    if (ended !== 0) return { refused: ended === 'too_long' ? ended : ended === NOT_FOUND ? 'absent' : 'failed' };
    const pdf = await readFile(path.join(home, 'out', 'in.pdf')).catch(() => null);
    return pdf ? { pdf } : { refused: 'failed' };
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(home: string, file: string, limits: ConvertLimits): Promise<number | 'too_long'> {
  const { milliseconds, megabytes, places = PLACES } = limits;
  const seconds = Math.ceil(milliseconds / 1_000);
  // Through a shell for its limits: CPU seconds, address space, blocks of 512 bytes in a file.
  const line = `command -v soffice >/dev/null || exit ${NOT_FOUND}
    ulimit -t ${seconds}; ulimit -v ${megabytes * 1024}; ulimit -f 1048576
    exec nice soffice "$@"`;
  const args = ['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=file://${home}/profile`];
  const asked = [...args, '--convert-to', FILTER, '--outdir', `${home}/out`, path.join(home, file)];
  const env = {
    PATH: places.join(':'),
    HOME: home,
    TMPDIR: home,
    FONTCONFIG_FILE: `${home}/fonts.conf`,
    LANG: 'C.UTF-8',
  };
  return new Promise((settle) => {
    const child = spawn('/bin/sh', ['-c', line, 'sh', ...asked], { cwd: home, env, stdio: 'ignore', detached: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      // The whole group: LibreOffice works in a child of its own.
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, milliseconds);
    child.once('error', () => {
      clearTimeout(timer);
      settle(NOT_FOUND);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      settle(late ? 'too_long' : (code ?? 1));
    });
  });
}

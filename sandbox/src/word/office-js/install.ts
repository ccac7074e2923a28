import type { HostContext, Json } from '../protocol.ts';
import { asOfficeError, OfficeExtensionError } from './errors.ts';
import { FileDoor } from './office-file.ts';
import { RequestContext } from './request-context.ts';
import { WindowLink } from './window-link.ts';

const WORD_SETS: Readonly<Record<string, number>> = {
  WordApi: 1.4,
  IdentityAPI: 1.3,
  File: 1.1,
  CompressedFile: 1.1,
  DialogApi: 1.1,
};

interface HostInfo {
  host: 'Word' | null;
  platform: 'OfficeOnline' | null;
}

type ReadyCallback = (info: HostInfo) => unknown;

interface OfficeGlobal {
  context: Record<string, unknown>;
  initialize?: (reason: string) => void;
}

/** Puts `Office`, `Word`, `OfficeRuntime` and `OfficeExtension` into the page, as Microsoft's script does. */
export function install(origin: string): void {
  const link = new WindowLink(origin);
  const framed = window.parent !== window;
  const office = makeOffice(link);
  const ready = framed ? sayHello(link, office) : Promise.resolve<HostInfo>({ host: null, platform: null });
  Object.assign(office, {
    onReady: (callback?: ReadyCallback) =>
      ready.then(async (info) => {
        await callback?.(info);
        return info;
      }),
  });
  Object.assign(window, {
    Office: office,
    Word: makeWord(link),
    OfficeExtension: { Error: OfficeExtensionError, config: { extendedErrorLogging: false } },
    OfficeRuntime: { auth: { getAccessToken: () => accessToken(link) } },
  });
}

async function sayHello(link: WindowLink, office: OfficeGlobal): Promise<HostInfo> {
  const host = await link.ask<HostContext>({ method: 'hello' });
  const background = host.isDarkTheme ? '#212121' : '#FFFFFF';
  const foreground = host.isDarkTheme ? '#FFFFFF' : '#212121';
  Object.assign(office.context, {
    host: 'Word',
    platform: 'OfficeOnline',
    displayLanguage: host.displayLanguage,
    contentLanguage: 'ja-JP',
    officeTheme: {
      bodyBackgroundColor: background,
      bodyForegroundColor: foreground,
      controlBackgroundColor: background,
      controlForegroundColor: foreground,
      isDarkTheme: host.isDarkTheme,
    },
  });
  Object.assign(office.context.document as object, { url: host.url });
  office.initialize?.('documentOpened');
  return { host: 'Word', platform: 'OfficeOnline' };
}

function makeOffice(link: WindowLink): OfficeGlobal {
  const files = new FileDoor(link);
  return {
    context: {
      host: null,
      platform: null,
      displayLanguage: navigator.language,
      requirements: {
        isSetSupported: (name: string, version: string | number = 1) => Number(version) <= (WORD_SETS[name] ?? 0),
      },
      document: { url: '', mode: 'readWrite', getFileAsync: files.getFileAsync.bind(files) },
      diagnostics: { host: 'Word', platform: 'OfficeOnline', version: '16.0.0.0' },
    },
    ...ENUMERATIONS,
  };
}

const ENUMERATIONS = {
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  FileType: { Text: 'text', Compressed: 'compressed', Pdf: 'pdf' },
  HostType: {
    Word: 'Word',
    Excel: 'Excel',
    PowerPoint: 'PowerPoint',
    Outlook: 'Outlook',
    OneNote: 'OneNote',
    Project: 'Project',
    Access: 'Access',
  },
  PlatformType: {
    PC: 'PC',
    OfficeOnline: 'OfficeOnline',
    Mac: 'Mac',
    iOS: 'iOS',
    Android: 'Android',
    Universal: 'Universal',
  },
  InitializationReason: { Inserted: 'inserted', DocumentOpened: 'documentOpened' },
  EventType: { DocumentSelectionChanged: 'documentSelectionChanged', OfficeThemeChanged: 'officeThemeChanged' },
};

async function accessToken(link: WindowLink): Promise<string> {
  try {
    return await link.ask<string>({ method: 'token' });
  } catch (reason) {
    throw asOfficeError(reason);
  }
}

function makeWord(link: WindowLink): Record<string, unknown> {
  let runs = 0;
  const run = async (...args: unknown[]): Promise<Json> => {
    const batch = args.at(-1) as (context: RequestContext) => Promise<Json>;
    runs += 1;
    const context = new RequestContext(link, `run${runs}-${Date.now()}`);
    try {
      const result = await batch(context);
      await context.sync();
      return result;
    } finally {
      await context.release();
    }
  };
  return {
    run,
    RequestContext,
    InsertLocation: { before: 'Before', after: 'After', start: 'Start', end: 'End', replace: 'Replace' },
    Alignment: { left: 'Left', centered: 'Centered', right: 'Right', justified: 'Justified' },
    ContentControlAppearance: { boundingBox: 'BoundingBox', tags: 'Tags', hidden: 'Hidden' },
    ContentControlType: { richText: 'RichText', plainText: 'PlainText' },
    Style: { normal: 'Normal', heading1: 'Heading1' },
    BuiltInStyleName: { normal: 'Normal', heading1: 'Heading1' },
    ErrorCodes: {
      accessDenied: 'AccessDenied',
      generalException: 'GeneralException',
      invalidArgument: 'InvalidArgument',
      itemNotFound: 'ItemNotFound',
      notImplemented: 'NotImplemented',
    },
  };
}

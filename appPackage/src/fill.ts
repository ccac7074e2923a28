import type { Deployment } from './arguments.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

const PLACEHOLDER = /\{\{([A-Z_]+)\}\}/g;

function valuesOf(deployment: Deployment): Readonly<Record<string, string>> {
  return {
    HOST: deployment.host,
    CLIENT_ID: deployment.clientId,
    APP_ID: deployment.appId,
    ADDIN_ID: deployment.addinId,
    VERSION: deployment.version,
    PRIVACY_URL: deployment.privacyUrl,
    TERMS_URL: deployment.termsUrl,
    // What the add-in-only manifest of office-addin/ calls the same things.
    SERVICE_HOST: deployment.host,
    OFFICE_ADDIN_ID: deployment.addinId,
    OFFICE_ADDIN_VERSION: deployment.version,
    PROVIDER_NAME: 'Kaigi',
    SUPPORT_URL: `https://${deployment.host}/`,
  };
}

/** Puts the deployment's values into a text; a placeholder nobody knows stays, and `unfilled` finds it. */
export function fillText(text: string, deployment: Deployment): string {
  const values = valuesOf(deployment);
  return text.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function fillXml(xml: string, deployment: Deployment): string {
  const values = valuesOf(deployment);
  return xml.replace(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : escapeXml(value);
  });
}

export function fillJson(value: JsonValue, deployment: Deployment): JsonValue {
  if (typeof value === 'string') return fillText(value, deployment);
  if (Array.isArray(value)) return value.map((item: JsonValue) => fillJson(item, deployment));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, deployment)]));
}

/** Names of the placeholders left in a text. */
export function unfilled(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{[^}]*\}\}/g)].map((match) => match[0]))];
}

/** Every string in the value by its path: `bots[0].commandLists[0].commands[1].title`. */
export function stringsOf(value: JsonValue, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue, i: number) => stringsOf(item, `${path}[${i}]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => stringsOf(item, path === '' ? key : `${path}.${key}`));
}

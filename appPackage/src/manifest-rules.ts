import type { Deployment } from './arguments.ts';
import { fillXml, type JsonValue, stringsOf, unfilled } from './fill.ts';
import { type Finding, TEMPLATE } from './finding.ts';
import { ADDIN_XML } from './sources.ts';

interface Shape {
  readonly bots: readonly { readonly botId: string }[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
  readonly validDomains: readonly string[];
  readonly staticTabs: readonly { readonly entityId: string }[];
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly unknown[] } };
}

/** Ids, hosts and names inside the manifest that must agree. */
export function consistencyFindings(manifest: JsonValue, deployment: Deployment): Finding[] {
  const { bots, webApplicationInfo, validDomains, staticTabs, authorization } = manifest as unknown as Shape;
  const { host, clientId } = deployment;
  const strings = stringsOf(manifest);
  const values = (pattern: RegExp) => strings.filter(([key]) => pattern.test(key)).map(([, text]) => text);
  const actions = values(/\.actions\[\d+\]\.id$/);
  const orphans = values(/\.actionId$/).filter((id) => !actions.includes(id));
  const foreign = values(/(\.url|\.page|contentUrl)$/).filter((url) => !url.startsWith(`https://${host}/`));
  const expected: readonly (readonly [boolean, string])[] = [
    [bots[0]?.botId === clientId, 'bots[0].botId がアプリケーションの ID でない。'],
    [webApplicationInfo.id === clientId, 'webApplicationInfo.id がアプリケーションの ID でない。'],
    [
      webApplicationInfo.resource === `api://${host}/${clientId}`,
      'webApplicationInfo.resource が api://ホスト/ID でない。',
    ],
    [validDomains.includes(host), 'validDomains にサービスのホストがない。'],
    [staticTabs.some((tab) => tab.entityId === 'inbox'), 'カードのリンクが指すタブ inbox がない。'],
    [authorization.permissions.resourceSpecific.length <= 16, 'resourceSpecific が 16 を超える。'],
    [orphans.length === 0, `リボンのボタンの動作がない: ${orphans.join('、')}`],
    [foreign.length === 0, `サービスのホストにない住所がある: ${foreign.join('、')}`],
    [
      unfilled(JSON.stringify(manifest)).length === 0,
      `埋まらない印がある: ${unfilled(JSON.stringify(manifest)).join('、')}`,
    ],
  ];
  return expected
    .filter(([ok]) => !ok)
    .map(([, why]) => ({ rule: 'manifest-consistent', why, fix: `${TEMPLATE} を直す。` }));
}

const pagesIn = (text: string): string =>
  [...new Set(text.match(/https:\/\/[^"<\s]+\/taskpane\.html[^"<\s]*/g) ?? [])].sort().join('、');

/**
 * The manifest for Office that reads only XML must be the one that the unified manifest hides (it cannot hide the
 * other one itself: an add-in-only manifest knows COM and XLL add-ins alone), and offer the same commands.
 */
export function addinFindings(xml: string | null, manifest: JsonValue, deployment: Deployment): Finding[] {
  const rule = 'addin-manifest';
  if (xml === null) {
    return [
      {
        rule,
        why: `${ADDIN_XML} がない。古い Office に配る作業ウィンドウの定義を作れない。`,
        fix: 'このファイルを戻す。',
      },
    ];
  }
  const filled = fillXml(xml, deployment);
  const left = unfilled(filled);
  const [ours, unified] = [pagesIn(filled), pagesIn(JSON.stringify(manifest))];
  const hidden = stringsOf(manifest).some(([key, id]) => key.endsWith('officeAddinId') && id === deployment.addinId);
  const expected: readonly (readonly [boolean, string])[] = [
    [left.length === 0, `埋まらない印がある: ${left.join('、')}`],
    [
      filled.includes(`<Id>${deployment.addinId}</Id>`),
      'Id が {{ADDIN_ID}} でない。manifest.template.json の alternates がこれを隠せない。',
    ],
    [
      filled.includes(`https://${deployment.host}/office-addin/taskpane.html`),
      '作業ウィンドウのページがサービスのホストにない。',
    ],
    [hidden, 'manifest.template.json の alternates がこのアドインを隠していない。リボンにボタンが二重に出る。'],
    [ours === unified, `リボンのボタンが二つの定義で違う: ${ours} と ${unified}`],
  ];
  return expected.filter(([ok]) => !ok).map(([, why]) => ({ rule, why, fix: `${ADDIN_XML} を直す。` }));
}

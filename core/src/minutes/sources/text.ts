import type { Sentence } from '../../shared/index.ts';
import type { SourceRefusal } from './source.ts';

const CENTER_JA = 'Teams 管理センターの「会議」＞「会議設定」＞「トランスクリプト API アクセス」';
const CENTER_EN = 'Teams admin center > Meetings > Meeting settings > Transcript API access';

/** What an administrator has to switch, and where. */
export const sourcesTexts: Readonly<Record<SourceRefusal, Sentence>> = {
  'minutes.graph_transcripts_switched_off': {
    ja: `テナントの設定で、アプリが文字起こしを読むことが止められています（既定は「オフ」）。${CENTER_JA}をオンにするか、Set-CsTeamsMeetingConfiguration -EnableGraphTranscriptAccess $true -Identity Global を実行してください。届くまで50分ほどかかることがあります。それまでは、Teams から保存した文字起こしのファイルを読み込めます。`,
    en: `The tenant does not let apps read transcripts (the default is off). Switch it on in ${CENTER_EN}, or run Set-CsTeamsMeetingConfiguration -EnableGraphTranscriptAccess $true -Identity Global; it may take 50 minutes. Until then, the transcript file saved from Teams can be read in.`,
  },
  'minutes.graph_names_switched_off': {
    ja: `テナントの設定で、文字起こしに発言者の名前を付けることが止められており、名前のない本文も渡されませんでした。${CENTER_JA}で発言者名をオンにするか、Set-CsTeamsMeetingConfiguration -EnableAttributedTranscripts $true -Identity Global を実行してください。`,
    en: `The tenant does not give the names of speakers, and the text without them was refused too. Switch the names on in ${CENTER_EN}, or run Set-CsTeamsMeetingConfiguration -EnableAttributedTranscripts $true -Identity Global.`,
  },
  'minutes.graph_no_access_policy': {
    ja: 'この主催者の会議を読むためのアプリケーション アクセス ポリシーがありません。Teams PowerShell の New-CsApplicationAccessPolicy と Grant-CsApplicationAccessPolicy で、このアプリに主催者（または -Global で全員）を割り当ててください。届くまで30分ほどかかります。',
    en: "No application access policy lets this app read this organizer's meetings. In Teams PowerShell, New-CsApplicationAccessPolicy and Grant-CsApplicationAccessPolicy give it the organizer (or everybody, with -Global); it may take 30 minutes.",
  },
  'minutes.graph_not_permitted': {
    ja: 'Entra のアプリに OnlineMeetingTranscript.Read.All、OnlineMeetings.Read.All、OnlineMeetingArtifact.Read.All（アプリケーションの許可）のどれかが足りません。Entra 管理センターの「アプリの登録」＞「API のアクセス許可」で加え、管理者の同意を与えてください。',
    en: 'The Entra app lacks one of OnlineMeetingTranscript.Read.All, OnlineMeetings.Read.All, OnlineMeetingArtifact.Read.All (application permissions). Add it in the Entra admin center under App registrations > API permissions, and grant admin consent.',
  },
  'minutes.graph_gone': {
    ja: '会議か文字起こしが Teams にもうありません。保存したファイルがあれば、それを読み込んでください。',
    en: 'The meeting or its transcript is no longer in Teams. If somebody saved the file, it can be read in.',
  },
  'minutes.graph_address_unreachable': {
    ja: 'Microsoft から通知の宛先（KAIGI_PUBLIC_URL の /api/graph/notifications）に届きません。リバースプロキシとファイアウォールで、この一つのパスへの POST をインターネットから通してください。届かない間も、4時間ごとに文字起こしを確かめに行きます。',
    en: 'Microsoft cannot reach the address for its news (/api/graph/notifications under KAIGI_PUBLIC_URL). Let POST to this one path through reverse proxy and firewall. Until then, transcripts are looked for every four hours.',
  },
  'minutes.graph_strange_answer': {
    ja: 'Microsoft Graph から思いがけない答えがありました。サービスのログを確かめてください。',
    en: "Microsoft Graph gave an unexpected answer. Look at the service's log.",
  },
};

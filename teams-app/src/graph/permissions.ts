/** Every Microsoft Graph permission that this service asks an administrator for, with its one reason. */
export interface GraphPermission {
  readonly name: string;
  readonly type: 'application' | 'delegated';
  readonly reason: { readonly ja: string; readonly en: string };
}

export const GRAPH_PERMISSIONS: readonly GraphPermission[] = [
  {
    name: 'User.Read.All',
    type: 'application',
    reason: {
      ja: '職員の氏名・所属・職・上司を職員名簿に取り込む',
      en: 'imports names, departments, titles and managers into the staff directory',
    },
  },
  {
    name: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    type: 'application',
    reason: {
      ja: '承認の依頼が届くように、職員の Teams に本アプリを入れる',
      en: "installs this app in people's Teams, so that requests can reach them",
    },
  },
  {
    name: 'MailboxSettings.Read',
    type: 'application',
    reason: {
      ja: '自動応答（不在）の期間を読み、代決の判断の材料にする。文面は残さない',
      en: 'reads when automatic replies are on, as evidence of absence; their texts are not kept',
    },
  },
  {
    name: 'Calendars.ReadBasic.All',
    type: 'application',
    reason: {
      ja: '予定表の空き時間情報を読み、週の予定に出す。「外出中」の時間は代決の判断の材料にし、その件名は残さない',
      en: 'reads free and busy of calendars for the week grid; "out of office" is evidence of absence, without subjects',
    },
  },
  {
    name: 'Calendars.Read',
    type: 'application',
    reason: {
      ja: '予定表の変わったところと、その知らせを受け取り、週の予定をすぐに新しくする。本文は残さない',
      en: 'reads what changed in calendars, and is told of it, to keep the week grid new; bodies are not kept',
    },
  },
  {
    name: 'Calendars.ReadWrite',
    type: 'application',
    reason: {
      ja: '職員が本アプリで予約した会議を、主催者の予定表に入れ、変え、取り消す',
      en: "puts meetings that people book here into the organizer's calendar, changes and cancels them",
    },
  },
  {
    name: 'Place.Read.All',
    type: 'application',
    reason: {
      ja: '会議室とその一覧を読み、会議室の予約に使う',
      en: 'reads rooms and room lists for booking them',
    },
  },
  {
    name: 'Calendars.ReadWrite.All',
    type: 'application',
    reason: {
      ja: '承認されたテレワークの日の勤務場所を、本人の Outlook の勤務計画に書き、取り消されたら元に戻す',
      en: 'writes where somebody works on days of approved telework into their Outlook work plan, and puts it back',
    },
  },
  {
    name: 'OnlineMeetingTranscript.Read.All',
    type: 'application',
    reason: {
      ja: 'Teams の会議の文字起こしを読み、会議録の下書きにする。会議ごとの許可はアプリケーション アクセス ポリシーで限る',
      en: 'reads transcripts of Teams meetings for the minutes; an application access policy says of whose meetings',
    },
  },
  {
    name: 'OnlineMeetings.Read.All',
    type: 'application',
    reason: {
      ja: '文字起こしの会議の件名・日時・参加者を読み、会議録に写す',
      en: 'reads subject, time and participants of those meetings into the minutes',
    },
  },
  {
    name: 'OnlineMeetingArtifact.Read.All',
    type: 'application',
    reason: {
      ja: 'その会議の出席レポートを読み、出席者と発言者を確かめる材料にする',
      en: 'reads attendance reports of those meetings, as evidence of who was there and spoke',
    },
  },
  {
    name: 'Presence.Read.All',
    type: 'application',
    reason: {
      ja: 'Teams の在席情報を読み、在席の画面に出す。「外出中」は代決の判断の材料にする',
      en: 'reads presence in Teams for the boss panel; who is out of office is evidence of absence',
    },
  },
  {
    name: 'Sites.ReadWrite.All',
    type: 'application',
    reason: {
      ja: '確定した文書の写しを SharePoint のライブラリに置き、保持ラベルを付け、廃棄のときに消す。Teams のメッセージを文書にするとき、添付のファイルを、登録する本人が読めると確かめてから読む',
      en: 'puts copies of records into a SharePoint library, labels them, and removes them at disposal; reads files attached to messages of Teams that are filed, once it is seen that whoever files them may read them',
    },
  },
  {
    name: 'TeamsActivity.Send',
    type: 'application',
    reason: {
      ja: 'ボットから届かない職員に、Teams のアクティビティでお知らせする',
      en: 'tells those whom the bot cannot reach in the activity feed of Teams',
    },
  },
  {
    name: 'Mail.Send',
    type: 'application',
    reason: {
      ja: 'ボットからもアクティビティでも届かない職員に、一つの共有メールボックスからメールでお知らせする',
      en: 'tells those whom neither reaches by mail, from one shared mailbox',
    },
  },
  {
    name: 'Files.ReadWrite',
    type: 'delegated',
    reason: {
      ja: 'Word が開いている文書を渡さないとき、保存されている文書を本人の権限で読む。書き込みはしない（Graph の /shares が求める最小の権限）',
      en: 'reads the saved document in the person’s own name when Word does not hand it out; nothing is written (the least that Graph asks for /shares)',
    },
  },
];

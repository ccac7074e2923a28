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
];

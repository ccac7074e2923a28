import type { City, Person } from '../city/city.ts';
import { GraphError } from './graph-error.ts';

type UserProperties = Readonly<Record<string, unknown>>;

const DEFAULT_SELECT = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
] as const;

/** Properties that exist in Graph and that this city leaves empty. */
const EMPTY = [
  'aboutMe',
  'birthday',
  'city',
  'employeeHireDate',
  'employeeType',
  'faxNumber',
  'mobilePhone',
  'onPremisesImmutableId',
  'onPremisesSamAccountName',
  'onPremisesSyncEnabled',
  'postalCode',
  'state',
  'streetAddress',
];
const CREATED = '2026-04-01T00:00:00Z';

export function allProperties(city: City, person: Person): UserProperties {
  const { department, section, subsection } = person.unitNames;
  const place = [department, section, subsection].filter((part) => part !== null).join(' ');
  return {
    ...Object.fromEntries(EMPTY.map((name) => [name, null])),
    id: person.id,
    accountEnabled: true,
    businessPhones: [],
    companyName: city.name,
    country: '日本',
    createdDateTime: CREATED,
    department: place === '' ? null : place,
    displayName: person.displayName,
    employeeId: person.employeeId,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.signInName,
    mailNickname: person.signInName.replace(/@.*/, ''),
    officeLocation: section?.endsWith('支所') === true ? section : '本庁舎',
    otherMails: [],
    preferredLanguage: 'ja-JP',
    proxyAddresses: [`SMTP:${person.signInName}`],
    surname: person.surname,
    usageLocation: 'JP',
    userPrincipalName: person.signInName,
    userType: 'Member',
  };
}

/** @throws GraphError 400 for a property that users do not have */
export function selected(properties: UserProperties, select: readonly string[] | null): UserProperties {
  const names = select ?? DEFAULT_SELECT;
  return Object.fromEntries(
    names.map((name) => {
      if (!Object.hasOwn(properties, name)) throw unknownProperty(name);
      return [name, properties[name]];
    }),
  );
}

export function unknownProperty(name: string): GraphError {
  const message = `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`;
  return new GraphError(400, 'BadRequest', message);
}

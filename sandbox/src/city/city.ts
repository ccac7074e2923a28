export type UnitKind = 'BUREAU' | 'DEPARTMENT' | 'SECTION' | 'SUBSECTION' | 'OFFICE' | 'BRANCH';
export type Rank = 'MAYOR' | 'DEPUTY_MAYOR' | 'DEPARTMENT_HEAD' | 'SECTION_HEAD' | 'SUBSECTION_HEAD' | 'STAFF';
export type Role =
  | 'RECORDS_OFFICER'
  | 'CHIEF_RECORDS_MANAGER'
  | 'AUDITOR'
  | 'ADMIN'
  | 'PERSONNEL'
  | 'GENERAL_AFFAIRS'
  | 'SECURITY_OFFICER'
  | 'SECRETARY';

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentCode: string | null;
}

export interface Post {
  readonly code: string;
  readonly title: string;
  readonly rank: Rank;
  readonly unitCode: string;
  readonly headsUnit: boolean;
}

/** One line of the appointment list; a vacant post has a line without a person. */
export interface Appointment {
  readonly post: Post;
  readonly signInName: string | null;
  readonly concurrent: boolean;
  readonly roles: readonly Role[];
}

export interface Person {
  /** Entra object id. */
  readonly id: string;
  readonly tenantId: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly displayNameKana: string;
  readonly surname: string;
  readonly givenName: string;
  readonly employeeId: string;
  readonly jobTitle: string;
  /** Names of the units from the top down, without the bureau. */
  readonly unitNames: { department: string | null; section: string | null; subsection: string | null };
  readonly managerId: string | null;
  readonly posts: readonly { title: string; unit: string; concurrent: boolean }[];
  /** A sentence for the people whom scripts may rely on, else null. */
  readonly duty: string | null;
}

export interface City {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
  readonly units: readonly Unit[];
  readonly appointments: readonly Appointment[];
  readonly people: readonly Person[];
}

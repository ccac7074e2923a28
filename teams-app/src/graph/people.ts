import type { User } from '@microsoft/microsoft-graph-types';
import type { GraphClient } from './graph-client.ts';

/** A person as Entra knows them. */
export interface GraphPerson {
  readonly entraObjectId: string;
  readonly signInName: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly managerObjectId: string | null;
  readonly enabled: boolean;
}

const FIELDS = ['id', 'userPrincipalName', 'displayName', 'jobTitle', 'department', 'accountEnabled'];
const PAGE = 500;

/**
 * Every member of the tenant with department, title and manager; guests are left out.
 * Permission: User.Read.All (application).
 */
export async function readPeople(graph: GraphClient): Promise<GraphPerson[]> {
  const query = `$select=${[...FIELDS, 'userType'].join(',')}&$expand=manager($select=id)&$top=${PAGE}`;
  const people: GraphPerson[] = [];
  for await (const page of graph.list<User>(`/users?${query}`)) {
    for (const user of page) {
      if (user.userType === 'Guest' || !user.id || !user.userPrincipalName) continue;
      people.push({
        entraObjectId: user.id.toLowerCase(),
        signInName: user.userPrincipalName.toLowerCase(),
        name: user.displayName ?? user.userPrincipalName,
        jobTitle: user.jobTitle ?? null,
        department: user.department ?? null,
        managerObjectId: user.manager?.id?.toLowerCase() ?? null,
        enabled: user.accountEnabled !== false,
      });
    }
  }
  return people;
}

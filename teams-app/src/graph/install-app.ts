import { type BatchStep, type GraphClient, GraphRefusal } from './graph-client.ts';

export type InstallOutcome = 'installed' | 'already-installed' | 'blocked' | 'try-later';

/**
 * Installs the app for people, so that the bot may write to them first.
 * Permission: TeamsAppInstallation.ReadWriteSelfForUser.All (application).
 */
export async function installForPeople(
  graph: GraphClient,
  appId: string,
  entraObjectIds: readonly string[],
): Promise<InstallOutcome[]> {
  const steps = entraObjectIds.map(
    (id): BatchStep => ({
      method: 'POST',
      url: `/users/${encodeURIComponent(id)}/teamwork/installedApps`,
      body: { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${appId}` },
    }),
  );
  try {
    return (await graph.batch(steps)).map(({ status }) => outcomeOf(status));
  } catch (error) {
    if (error instanceof GraphRefusal) return entraObjectIds.map(() => outcomeOf(error.status));
    throw error;
  }
}

function outcomeOf(status: number): InstallOutcome {
  if (status === 201 || status === 200 || status === 204) return 'installed';
  if (status === 409) return 'already-installed';
  // 403: a policy of the municipality forbids it; 404: the person or the app is not there. Asking again changes nothing.
  return status === 403 || status === 404 || status === 400 ? 'blocked' : 'try-later';
}

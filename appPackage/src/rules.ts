import type { Deployment } from './arguments.ts';
import { fillJson, type JsonValue } from './fill.ts';
import type { Finding } from './finding.ts';
import { iconFindings } from './icon-rules.ts';
import { languageFindings, lengthFindings } from './language-rules.ts';
import { addinFindings, consistencyFindings } from './manifest-rules.ts';
import { schemaFindings } from './schema-rules.ts';
import { readSchema } from './schemas.ts';
import type { Sources } from './sources.ts';

/** Everything that can be known about a package without a tenant to upload it to. */
export async function findingsOf(sources: Sources, deployment: Deployment): Promise<Finding[]> {
  const manifest: JsonValue = fillJson(sources.manifest, deployment);
  const { manifestVersion } = manifest as { readonly manifestVersion: string };
  const localizationSchema = await readSchema(manifestVersion, 'MicrosoftTeams.Localization');
  return [
    ...(await schemaFindings(manifest, sources.english)),
    ...languageFindings(manifest, sources.english, localizationSchema),
    ...lengthFindings(manifest, sources.english),
    ...iconFindings(sources),
    ...consistencyFindings(manifest, deployment),
    ...addinFindings(sources.addinXml, manifest, deployment),
  ];
}

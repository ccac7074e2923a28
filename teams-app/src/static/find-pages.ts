import path from 'node:path';

/** Where the built pages lie, beside this workspace. */
export interface PageFolders {
  readonly tab: string;
  readonly officeAddin: string;
}

export function builtPages(): PageFolders {
  const root = path.resolve(import.meta.dirname, '../../..');
  return { tab: path.join(root, 'tab/dist'), officeAddin: path.join(root, 'office-addin/dist') };
}

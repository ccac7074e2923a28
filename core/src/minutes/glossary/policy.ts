import { type Actor, hasRole } from '../../directory/index.ts';

/** Whose terms somebody may keep. */
export interface Keeping {
  /** Of the whole city, and of every 会議体. */
  readonly cityWide: boolean;
  /** 会議体 of whose 事務局 one is, or whose meetings one records; where the rules name none, those of one's own section's meetings. */
  readonly bodyIds: ReadonlySet<string>;
}

/** 総務, 総括文書管理者 and the administrator keep the city's terms; a 会議体's also its secretariat, or the sections that hold its meetings. */
export const keepingOf = (actor: Actor, bodyIds: readonly string[]): Keeping => ({
  cityWide: hasRole(actor, 'GENERAL_AFFAIRS') || hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'ADMIN'),
  bodyIds: new Set(bodyIds),
});

export const mayKeep = ({ cityWide, bodyIds }: Keeping, bodyId: string | null): boolean =>
  cityWide || (bodyId !== null && bodyIds.has(bodyId));

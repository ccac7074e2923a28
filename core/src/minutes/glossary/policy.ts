import { type Actor, hasRole } from '../../directory/index.ts';

/** Whose terms somebody may keep. */
export interface Keeping {
  /** Of the whole city, and of every 会議体. */
  readonly cityWide: boolean;
  /** 会議体 whose meetings are of one's own section. */
  readonly bodyIds: ReadonlySet<string>;
}

/** 総務, 総括文書管理者 and the administrator keep the city's terms; a 会議体's also the sections whose meetings it has. */
export const keepingOf = (actor: Actor, bodyIds: readonly string[]): Keeping => ({
  cityWide: hasRole(actor, 'GENERAL_AFFAIRS') || hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'ADMIN'),
  bodyIds: new Set(bodyIds),
});

export const mayKeep = ({ cityWide, bodyIds }: Keeping, bodyId: string | null): boolean =>
  cityWide || (bodyId !== null && bodyIds.has(bodyId));

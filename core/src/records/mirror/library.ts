/** What a library outside answers. `LATER`: it is busy or down, and wants to be left alone until then. */
export type LibraryAnswer<T> =
  | { readonly kind: 'OK'; readonly value: T }
  | { readonly kind: 'REFUSED'; readonly code: MirrorProblem }
  | { readonly kind: 'LATER'; readonly at: Date };

export type MirrorProblem =
  | 'records.mirror_not_permitted'
  | 'records.mirror_library_gone'
  | 'records.mirror_full'
  | 'records.mirror_name_taken'
  | 'records.mirror_label_refused'
  | 'records.mirror_deletion_refused'
  | 'records.mirror_in_recycle_bin'
  | 'records.mirror_gone_before'
  | 'records.mirror_content_missing'
  | 'records.mirror_left_elsewhere'
  | 'records.mirror_deleted_by_hand'
  | 'records.mirror_by_hand_confirmed'
  | 'records.mirror_still_there'
  | 'records.mirror_found_and_removed'
  | 'records.mirror_strange_answer';

/** A file on its way out. */
export interface ToMirror {
  readonly folder: string;
  readonly name: string;
  /** Where it lies on this machine. */
  readonly path: string;
  readonly bytes: number;
}

export interface MirroredItem {
  readonly itemId: string;
  readonly etag: string;
  readonly ctag: string;
  readonly name: string;
  /** The retention label that it carries now; null: none was wanted, or it was refused. */
  readonly label: string | null;
  readonly labelProblem: MirrorProblem | null;
}

export interface ItemChange {
  readonly itemId: string;
  /** null: it is there no more. */
  readonly ctag: string | null;
}

/** As long as SharePoint keeps what was deleted. */
export const RECYCLE_BIN_DAYS = 93;

/**
 * GONE for good, or RECYCLED where the library only moves what is removed into its recycle bin. NOT_FOUND: somebody was
 * there before, whose deletion went into that bin as well; or we ourselves, and heard no answer.
 */
export type Removed = 'GONE' | 'RECYCLED' | 'NOT_FOUND';

/** The libraries of the municipalities that want a copy of their records outside. */
export interface MirrorLibrary {
  readonly municipalityIds: readonly string[];
  /** Which library it is now; copies in another one are not reached by this. */
  placeNow(municipalityId: string): string;
  /** Of which library that is a mark of changes; null: it says nothing of it. */
  placeOf(since: string): string | null;
  /** Asked again after an answer was lost it finds what it put before. */
  upload(municipalityId: string, file: ToMirror): Promise<LibraryAnswer<MirroredItem>>;
  /** Whether the library holds it now; of its recycle bin that says nothing. */
  isThere(municipalityId: string, itemId: string): Promise<LibraryAnswer<boolean>>;
  /** Gone already is removed too. */
  remove(municipalityId: string, itemId: string): Promise<LibraryAnswer<Removed>>;
  /** What changed since then; `since` null: everything that is there. */
  changes(
    municipalityId: string,
    since: string | null,
  ): Promise<
    LibraryAnswer<{ readonly changes: readonly ItemChange[]; readonly whole: boolean; readonly since: string }>
  >;
}

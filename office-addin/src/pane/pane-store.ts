import type { CaseState, FilingState, PaneState, RecordState, Said, Waiting } from './pane-state.ts';

export type StandingState = CaseState | RecordState;

/** The one state of the pane, and who wants to hear of it. */
export class PaneStore {
  readonly #listeners = new Set<() => void>();
  #state: PaneState = { stage: 'starting' };
  #waiting: readonly Waiting[] = [];
  #said: Said | null = null;

  get state(): PaneState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(state: PaneState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** What was pressed in other documents and has not arrived. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  setWaiting(waiting: readonly Waiting[]): void {
    if (waiting.length === 0 && this.#waiting.length === 0) return;
    this.#waiting = waiting;
    this.set({ ...this.#state });
  }

  /** What came of a button of the ribbon. */
  get said(): Said | null {
    return this.#said;
  }

  say(said: Said | null): void {
    this.#said = said;
    this.set({ ...this.#state });
  }

  get filing(): FilingState | undefined {
    return this.#state.stage === 'filing' ? this.#state : undefined;
  }

  get case(): CaseState | undefined {
    return this.#state.stage === 'case' ? this.#state : undefined;
  }

  /** The document is filed: as a case or as a record of its own. */
  get standing(): StandingState | undefined {
    return this.#state.stage === 'case' || this.#state.stage === 'record' ? this.#state : undefined;
  }

  patchFiling(change: (state: FilingState) => Partial<FilingState>): void {
    const state = this.filing;
    if (state) this.set({ ...state, ...change(state) });
  }

  patchStanding(change: Partial<Pick<StandingState, 'stamp' | 'remembered' | 'writtenOn' | 'busy' | 'failure'>>): void {
    const state = this.standing;
    if (state) this.set({ ...state, ...change });
  }
}

import type { CaseState, FilingState, PaneState, RecordState } from './pane-state.ts';

export type StandingState = CaseState | RecordState;

/** The one state of the pane, and who wants to hear of it. */
export class PaneStore {
  readonly #listeners = new Set<() => void>();
  #state: PaneState = { stage: 'starting' };

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

  patchStanding(change: Partial<Pick<StandingState, 'stamp' | 'remembered' | 'busy' | 'failure'>>): void {
    const state = this.standing;
    if (state) this.set({ ...state, ...change });
  }
}

/** A way to tell people whom the bot cannot reach; answered by the edge, so that nothing here knows Teams or Graph. */
export interface OtherWay {
  /** `FEED`: the activity feed of Teams; `MAIL`: a mail. */
  readonly by: 'FEED' | 'MAIL';
  /** The municipalities that have it; every one where this is not said. */
  readonly only?: ReadonlySet<string>;
  /** Where its readers see what waits for them; where this is not said, as in the chat. */
  readonly inboxUrl?: string;
  /** @throws DeliveryError */
  send(note: Note): Promise<void>;
}

/** What waits for a person, in a few words. */
export interface Note {
  readonly municipalityId: string;
  /** The sign-in name of the person. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Several lines; a way that has no room for them leaves them out. */
  readonly text: string;
}

/** What one municipality has of these ways, in their order. */
export const waysIn = (ways: readonly OtherWay[], municipalityId: string): OtherWay[] =>
  ways.filter(({ only }) => only === undefined || only.has(municipalityId));

/** Sends a mail to a person of the municipality; answered by the edge, so that nothing here knows Graph. */
export interface Mailer {
  /** @throws DeliveryError */
  send(mail: Mail): Promise<void>;
}

export interface Mail {
  readonly municipalityId: string;
  /** The sign-in name, which is also the address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

import { useState } from 'react';

/**
 * A list that opens as soon as words are written in its field. Fluent opens one for a key that writes a letter; the keys
 * of a Japanese input method write none, so that the second name one looked for found nothing until one clicked.
 */
export function useOpenedByWords() {
  const [open, setOpen] = useState(false);
  return { open, setOpen };
}

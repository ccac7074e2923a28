import { useState } from 'react';

const STORED = 'kaigi.keys';

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

/** Whether single letters are commands, as this person has chosen on this machine. */
export function useKeyLetters(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(stored);
  const choose = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(STORED, next ? 'on' : 'off');
    } catch {
      // It then holds until the page is closed.
    }
  };
  return [on, choose];
}

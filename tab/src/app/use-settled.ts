import { useEffect, useState } from 'react';

/** The words once the person has stopped typing for so long. */
export function useSettled(words: string, typingMs: number): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), typingMs);
    return () => clearTimeout(timer);
  }, [words, typingMs]);
  return settled;
}

// Words being typed, handed on when the person pauses.
import { useEffect, useState } from 'preact/hooks';

const typing_ms = 220;

export function useTyped(): { typed: string; words: string; type: (words: string) => void } {
  const [typed, type] = useState('');
  const [words, setWords] = useState('');
  useEffect(() => {
    const later = setTimeout(() => setWords(typed.trim()), typing_ms);
    return () => clearTimeout(later);
  }, [typed]);
  return { typed, words, type };
}

// The Arabic catalogue. It has every key of the English one: the types ask for it, and a test says which is missing.
import type { Message, Word } from '../words';
import { desk } from './desk';
import { reading } from './reading';
import { record } from './record';

export const arabic: Record<Word, Message> = { ...desk, ...reading, ...record };

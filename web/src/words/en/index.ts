// The English catalogue.
import { desk } from './desk';
import { reading } from './reading';
import { record } from './record';

export const english = { ...desk, ...reading, ...record };

// Fits what of a message is only said beside its question, to the marked messages of the tests.
import '../../scripts/require-node.cjs';

import { writeFileSync } from 'node:fs';
import { fitAsides, parseAsides } from '../training/fit-asides.ts';
import { readMarkedMessages } from './training-sets.ts';

const ASIDES_FILE = 'src/answering/scoring/asides.json';

writeFileSync(ASIDES_FILE, `${JSON.stringify(fitAsides(readMarkedMessages().map(parseAsides)))}\n`);

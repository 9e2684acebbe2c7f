/** The large example broken in what is written down. */
import { breaks } from './breaks.js';

breaks('declaration', 'drift', 'purpose', 'legal-basis', 'hygiene');

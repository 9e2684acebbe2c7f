/** The large example broken in what people notice, or should. */
import { breaks } from './breaks.js';

breaks('tracking', 'profiling', 'transparency', 'rights', 'sharing');

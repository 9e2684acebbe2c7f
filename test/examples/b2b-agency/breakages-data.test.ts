/** The large example broken in what is asked and kept. */
import { breaks } from './breaks.js';

breaks('consent', 'minimisation', 'special-category', 'retention');

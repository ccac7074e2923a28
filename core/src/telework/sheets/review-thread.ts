import { serveThread } from '../../platform/thread-work.ts';
import { type Reviewed, reviewsOf, type ToReview } from './review.ts';

serveThread<ToReview, Reviewed>(async (input) => reviewsOf(input));

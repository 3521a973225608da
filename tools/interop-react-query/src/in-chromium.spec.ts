import { describeInChromium } from '@trunkline/interop/chromium';

describeInChromium('@trpc/react-query', new URL('page.tsx', import.meta.url));

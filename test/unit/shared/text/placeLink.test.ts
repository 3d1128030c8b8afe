import { describe, expect, it } from 'vitest';
import { documentIdSchema } from '../../../../shared/domain/ids.ts';
import { parsePlaceLink, placeLink } from '../../../../shared/text/placeLink.ts';

const place = { documentId: documentIdSchema.parse('plan-14-5'), start: 87, end: 120 };

describe('placeLink', () => {
  it('names a passage so that the address leads back to it', () => {
    expect(parsePlaceLink(placeLink(place, 3))).toEqual(place);
  });

  it('forgives the slash some systems add', () => {
    expect(parsePlaceLink(`${placeLink(place, 3)}/`)).toEqual(place);
  });

  it.each([
    'https://example.org/plan-14-5/1-2',
    'yandu://open/plan-14-5',
    'yandu://open/plan-14-5/9-3',
    'yandu://open/../../etc/1-2',
    'yandu://open/PLAN/1-2',
    'yandu://open/plan-14-5/1-2?x=1',
    'yandu://open/plan-14-5/1-99999999999',
  ])('refuses %s', (link) => {
    expect(parsePlaceLink(link)).toBeNull();
  });
});

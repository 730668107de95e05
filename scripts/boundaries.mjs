/**
 * Boundaries that are not settled, and how the map draws them.
 *
 * world-atlas gives what is controlled on the ground, each border as firm as the next. The maps of the United Nations
 * show some of them dashed or dotted and others not at all. This table says which; it names each border by its two sides
 * as world-atlas calls them, and where only a part of it is meant, by a box of degrees (west, south, east, north).
 *
 * It serves a map of the world and is no statement of law. Who has the UN's own geodata gives its address in `topology`.
 */
export const boundaries = [
  {
    between: ['India', 'Pakistan'],
    within: [73, 32.4, 78, 37],
    as: 'dotted',
    why: 'Line of Control in Jammu and Kashmir; its final status has not been agreed upon by the parties (note on UN maps)',
  },
  { between: ['Pakistan', 'Siachen Glacier'], as: 'dotted', why: 'Jammu and Kashmir, as above' },
  { between: ['India', 'Siachen Glacier'], as: 'nothing', why: 'no territory of its own on UN maps' },
  { between: ['China', 'Siachen Glacier'], as: 'dashed', why: 'Jammu and Kashmir, as above' },
  { between: ['China', 'Pakistan'], as: 'dashed', why: 'Jammu and Kashmir, as above; agreement of 1963 provisional' },
  {
    between: ['China', 'India'],
    as: 'dashed',
    why: 'Aksai Chin and Arunachal Pradesh: areas of their own in the Global Administrative Unit Layers of FAO',
  },
  {
    between: ['Morocco', 'W. Sahara'],
    as: 'nothing',
    why: 'follows the berm; Western Sahara is a Non-Self-Governing Territory (list under Article 73 e of the UN Charter)',
  },
  {
    line: [
      [-13.17, 27.667],
      [-8.667, 27.667],
    ],
    as: 'dashed',
    why: 'Western Sahara: parallel 27°40′ north, in place of the line above (French-Spanish convention of 1912)',
  },
  {
    between: ['S. Sudan', 'Sudan'],
    as: 'dashed',
    why: 'final boundary has not yet been determined (note on UN maps)',
  },
  {
    line: [
      [27.833, 9.594],
      [27.833, 10.167],
      [29, 10.167],
      [29, 9.609],
    ],
    as: 'dotted',
    why: 'Abyei: final status not yet determined (note on UN maps); limits of the award of 22 July 2009, Permanent Court of Arbitration',
  },
  { between: ['Egypt', 'Sudan'], within: [33.1, 21, 37, 23], as: 'dashed', why: 'Halaib Triangle, claimed by both' },
  { between: ['Kenya', 'S. Sudan'], as: 'dashed', why: 'Ilemi Triangle, not delimited' },
  { between: ['Israel', 'Palestine'], as: 'dashed', why: 'Armistice Demarcation Line of 1949' },
  { between: ['Israel', 'Syria'], as: 'dashed', why: 'Golan: Security Council resolution 497 (1981)' },
  { between: ['Israel', 'Lebanon'], as: 'dashed', why: 'line of withdrawal, no boundary: S/2000/460' },
  {
    between: ['North Korea', 'South Korea'],
    as: 'dashed',
    why: 'Military Demarcation Line, armistice of 27 July 1953',
  },
  { between: ['Kosovo', 'Serbia'], as: 'dashed', why: 'Security Council resolution 1244 (1999)' },
  { between: ['Cyprus', 'N. Cyprus'], as: 'nothing', why: 'Security Council resolutions 541 (1983) and 550 (1984)' },
  { between: ['Somalia', 'Somaliland'], as: 'nothing', why: 'Security Council resolution 2067 (2012) and others' },
  {
    between: ['Russia', 'Ukraine'],
    within: [33, 45, 35.5, 46.3],
    as: 'nothing',
    why: 'Crimea: General Assembly resolution 68/262 (2014)',
  },
];

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'" };

/** What somebody typed: WordPress stores entities for authors who may not write HTML. */
export const decode = (text) => text.replace(/&(amp|lt|gt|quot|#039);/g, (entity) => entities[entity]);

/** The attributes of a block as they were typed. */
export const decodeAll = (attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? decode(value) : value]),
  );

/** What the editor knows of a block and the element doesn’t. */
const ofTheBlock = new Set(
  'feed link linkText anchor align className style isExample lock metadata src lang backgroundColor textColor gradient fontSize fontFamily borderColor'.split(
    ' ',
  ),
);

/** As attributes of the element: a switch that is off is not there at all. */
export const writtenAttributes = (values) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => !ofTheBlock.has(name) && value !== undefined && value !== false && value !== '')
      .map(([name, value]) => [name, value === true ? '' : String(value)]),
  );

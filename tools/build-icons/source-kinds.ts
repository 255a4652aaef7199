/**
 * The classes of objects that IconNet is trained on, each with the names that icon sets use for it. Animals are in
 * `chosen-animals.json`. Butterflies, bees and similar insects are excluded.
 */
const kinds = `
airplane plane | ambulance | anchor | apple | atom | avocado | axe | baby | backpack | balloon | banana |
baseball | basketball | basket | bathtub bath | bed | beer | bell | bicycle bike | binoculars | bomb | bone | book |
brain | bread | briefcase | broom | bus | cactus | cake birthday-cake | calculator | calendar | camera | candle |
candy | car | carrot | castle | chair | cheese | church | clock | cloud | coffee | compass | cookie | crown |
diamond | dice | dna | door | drum | dumbbell | ear | earth globe | egg | envelope mail | eraser | eye | factory |
feather | film | fire flame | flag | flashlight | flask beaker | flower | football | gamepad | ghost | gift |
glasses | guitar | hammer | hand | handbag | headphones headphone | heart | helicopter | hospital | hourglass |
house home | ice-cream | key | keyboard | kite | knife | ladder | lamp | laptop | leaf | lemon |
lightbulb bulb | lipstick | lock | magnet | map | medal | megaphone bullhorn | microphone | microscope | moon |
motorcycle | mountain | mouse | mushroom | package box | paintbrush brush | palette | paperclip | pencil pen |
phone | piano | pill | pizza | planet | plug | popcorn | printer | puzzle puzzle-piece | radio | rainbow | robot |
rocket | rose | ruler | sailboat | scissors | screwdriver | ship | t-shirt shirt | shovel | shower | shrimp |
skateboard | skull | snowflake | snowman | sofa | star | stethoscope | strawberry | suitcase | sun | sunglasses |
sword | syringe | taxi | telescope | tent | thermometer | toilet | tooth | tornado | tractor | train | trash |
tree | trophy | truck | trumpet | tv television | umbrella | violin | virus | volcano | wallet | watch |
watermelon | wheelchair | wine | wrench | cherry cherries | pear | grapes | pineapple | tulip | clover |
sunflower | seedling | palm-tree | bowling | parachute
`;

/** The names of each class; the first is the class's own. */
export const sourceKinds: readonly (readonly string[])[] = [
  ...new Map(
    kinds.split('|').map((names) => {
      const list = names.trim().split(/\s+/);
      return [list[0], list] as const;
    }),
  ).values(),
];

const style =
  /-(?:outlined?|fill(?:ed)?|line|linear|bold|duo(?:tone)?|light|thin|solid|regular|broken|twotone|sharp|rounded|round|flat|color|remix|alt|fat|bulk|stroke|variant|emoji|[so]|\d+(?:px)?)$/;

/** Removes the suffixes that name a style of drawing: `cat-duotone-bold` → `cat`. */
export function plainName(name: string): string {
  const shorter = name.replace(style, '');
  return shorter === name ? name : plainName(shorter);
}

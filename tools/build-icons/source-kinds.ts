/**
 * The classes of objects that IconNet can be trained on, each with the names that icon sets use for it. Animals are in
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
sunflower | seedling | palm-tree | bowling | parachute |
search magnifier magnifying-glass zoom | link chain | folder | bookmark | filter funnel | tag label price-tag | shield |
credit-card | user person | file document | pin pushpin thumbtack | refresh reload | image picture | database | archive |
location map-pin map-marker location-pin | save floppy-disk floppy | tablet | inbox | ticket | settings cog gear |
video video-camera | layers | music music-note | shopping-bag | building | terminal | comment chat message chat-bubble |
shopping-cart cart | server | pie-chart chart-pie | qr-code qrcode | bar-chart chart-bar | monitor desktop computer |
paper-plane send | thumbs-up thumb-up like | thumbs-down thumb-down dislike | rss | battery | speaker | cube |
stopwatch timer | alarm-clock alarm | bank | cursor pointer | usb | money cash | receipt invoice | shop store | cpu chip |
fingerprint | accessibility | newspaper | headset | coins coin | wind | window browser | graduation-cap |
rain cloud-rain | id-card | hard-drive | award badge ribbon | smile smiley | lightning bolt flash | droplet drop water |
clipboard | notebook | target bullseye | scale | sunrise
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

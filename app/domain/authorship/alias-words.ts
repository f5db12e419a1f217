/**
 * What aliases are made of: weather, light, plants and small animals. No word that praises, pities or describes a person, so
 * that "Quiet Heron" says nothing of who is behind it.
 */
export const ALIAS_ADJECTIVES =
  `Amber Autumn Birch Blue Bright Bronze Calm Cedar Chalk Clear Cloudy Coastal Cobalt Copper Coral
Crimson Dappled Dawn Dewy Distant Drifting Dusky Early Eastern Ember Evening Fallow Fern Flint Foggy Forest Frosted Garden Gentle
Golden Granite Green Grey Harbour Hazel Heather Hidden Hollow Indigo Island Ivory Ivy Jade Juniper Lavender Leafy Level Lilac Linen
Little Long Lunar Maple Marble Meadow Midnight Mild Misty Moonlit Morning Mossy Mountain Northern Ochre Olive Open Orchard Overcast
Pale Pearl Pebble Pine Plain Polar Prairie Quiet Rainy Reed Resting River Rose Rowan Russet Rustic Saffron Sage Salt Sandy Scarlet
Seaside Shaded Silver Slate Slow Snowy Soft Southern Spring Starlit Steady Still Stone Stormy Summer Sunlit Tawny Teal Tidal Timber
Twilight Umber Upland Valley Velvet Verdant Violet Walnut Western White Wide Wild Willow Windy Winter Wooded Woven`.split(
    /\s+/,
  );

export const ALIAS_NOUNS =
  `Alder Anemone Aspen Auk Avocet Badger Barn Beech Bittern Blackbird Bluebell Bracken Bramble Bridge
Brook Bunting Burdock Buzzard Campion Canyon Chaffinch Clover Cormorant Cornflower Cove Crane Creek Cricket Crocus Crossbill Curlew
Daisy Deer Dipper Dolphin Dove Dragonfly Dune Dunlin Eider Elder Elk Elm Falcon Fern Finch Fjord Foxglove Gannet Gentian Glade Godwit
Goldfinch Goose Grebe Grove Gull Hare Harebell Hawthorn Hedgehog Heron Hollyhock Hoopoe Ibis Iris Island Jackdaw Kestrel Kingfisher
Kite Kittiwake Knot Lagoon Lake Lantern Lapwing Larch Lark Lichen Linden Linnet Lynx Magpie Marigold Marmot Marten Martin Meadow
Mink Moor Moose Moss Moth Nettle Newt Nightjar Nuthatch Oak Oriole Osprey Otter Owl Oyster Partridge Pebble Pelican Petrel Pine
Pipit Plover Pond Poplar Poppy Puffin Quail Rabbit Redstart Reed Robin Rook Rowan Rush Salmon Sandpiper Seal Shore Shrew Siskin
Skylark Snipe Sorrel Sparrow Spruce Starling Stoat Stork Stream Sturgeon Swallow Swan Swift Sycamore Tarn Teal Tern Thistle Thrush
Thyme Trout Turnstone Vale Violet Vole Wagtail Warbler Waxwing Weaver Whale Wheatear Whimbrel Willow Wren Yarrow Yew`.split(
    /\s+/,
  );

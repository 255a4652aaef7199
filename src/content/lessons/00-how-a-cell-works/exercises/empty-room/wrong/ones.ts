const emptyRoom = tf.ones([rows, seats]);

emptyRoom;
